package org.legendre.optimize;

/** One step along the geometry's own curve. */
final class PlainDescent implements Scheme {
    static final PlainDescent INSTANCE = new PlainDescent();

    private PlainDescent() {}

    @Override
    public Motion motion(Stage stage) {
        return () -> stage.search(stage.curve());
    }

    @Override
    public String toString() {
        return "descent";
    }
}
