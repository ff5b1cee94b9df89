package org.legendre.properties.jqwik;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Makes the properties of a {@link Contract} reproducible: a property without a seed of its own gets hash(class#method) plus the base
 * from the system property {@code legendre.seed} (0 if unset). A failure prints that base. jqwik finds this hook through
 * {@code META-INF/services}; other properties are left alone.
 */
public final class SeedHook implements AroundPropertyHook {
    /** The system property that holds the base of all seeds. */
    public static final String PROPERTY = "legendre.seed";

    /** Made by jqwik. */
    public SeedHook() {}

    /**
     * The base of all seeds.
     *
     * @return the value of the system property {@link #PROPERTY}; 0 if unset
     * @throws NumberFormatException if it is set to something that is no integer
     */
    public static long base() {
        return Long.parseLong(System.getProperty(PROPERTY, "0"));
    }

    /**
     * The seed of a property.
     *
     * @param container the test class
     * @param method the name of its method
     * @return hash(class#method) + base
     */
    public static long seed(Class<?> container, String method) {
        // A 64-bit FNV-1a hash: the same on every machine, unlike identity hashes, and wider than String's own.
        long hash = 0xcbf29ce484222325L;
        for (char c : (container.getName() + "#" + method).toCharArray()) {
            hash = (hash ^ c) * 0x100000001b3L;
        }
        return hash + base();
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return true;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        boolean ours = Contract.class.isAssignableFrom(context.containerClass());
        if (!ours || context.attributes().seed().isPresent()) {
            return property.execute();
        }
        long seed = seed(context.containerClass(), context.targetMethod().getName());
        context.attributes().setSeed(Long.toString(seed));
        PropertyExecutionResult result = property.execute();
        if (result.status() != PropertyExecutionResult.Status.FAILED) {
            return result;
        }
        Throwable cause = result.throwable().orElse(null);
        String reason = cause == null ? "the property failed" : String.valueOf(cause.getMessage());
        return result.mapToFailed(new AssertionError(
                reason + "\n  again with -D" + PROPERTY + "=" + base() + " (seed " + seed + ")", cause));
    }
}
