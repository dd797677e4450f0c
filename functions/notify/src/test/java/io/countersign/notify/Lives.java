package io.countersign.notify;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** How many calls notify makes before it dies. */
final class Lives {
  private int left = Integer.MAX_VALUE;

  /** No handler survives it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** It dies when so many more calls have taken effect, and the next one too. */
  void after(int calls) {
    left = calls;
  }

  void forEver() {
    left = Integer.MAX_VALUE;
  }

  /** A port, of which each call that takes effect may be the last. */
  <T> T of(Class<T> port, T real) {
    Object counted =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(real, arguments);
                count();
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(counted);
  }

  private void count() {
    if (left == 0) {
      throw new Killed();
    }
    left--;
  }
}
