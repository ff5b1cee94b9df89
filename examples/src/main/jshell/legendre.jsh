/env -class-path @jshell.classpath@
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.legendre.geometry.*;
import org.legendre.geometry.divergence.*;
import org.legendre.geometry.family.*;
import org.legendre.optimize.*;
import org.legendre.properties.*;
