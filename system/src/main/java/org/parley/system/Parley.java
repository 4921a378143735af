package org.parley.system;

/**
 * Where {@code java -jar parley.jar} begins. Compiled for Java 11, unlike everything else, so that
 * an older Java is answered with a sentence instead of an UnsupportedClassVersionError.
 */
public final class Parley {

  /** What the rest of Parley is compiled for. */
  private static final int OLDEST_JAVA = 21;

  private Parley() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    int java = Runtime.version().feature();
    if (java < OLDEST_JAVA) {
      System.err.println(
          "Parley needs Java "
              + OLDEST_JAVA
              + " or newer, but "
              + System.getProperty("java.home")
              + " is Java "
              + java
              + ": start it with ./mvnw -Prun, which looks for a newer one, or call the java of a newer JDK.");
      System.exit(1);
    }
    // By name: a class compiled for 11 cannot be compiled against one compiled for 21.
    Class.forName("org.parley.system.Commands")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
