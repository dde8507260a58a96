package dev.quintet.wire;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Confluent's own serializer and deserializer, unmodified, with the Avro and Kafka that they came with. Nothing of it is
 * on our class path: it is called by reflection in a class loader of its own, which sees the generated classes besides.
 */
final class ConfluentOracle implements AutoCloseable {
    private static final Path ORACLE = Path.of("target", "oracle");
    private static final Path GENERATED_CLASSES = Path.of("target", "classes");
    private static final String PACKAGE = "io.confluent.kafka.serializers.";

    private final URLClassLoader loader;
    private final Object serializer;
    private final Object deserializer;

    private ConfluentOracle(URLClassLoader loader, Map<String, Object> configs) {
        this.loader = loader;
        this.serializer = create("KafkaAvroSerializer", configs);
        this.deserializer = create("KafkaAvroDeserializer", configs);
    }

    /**
     * @param specific whether it reads into generated classes; otherwise into Avro's generic records
     */
    static ConfluentOracle of(String registryUrl, boolean specific) throws IOException {
        var urls = new ArrayList<URL>();
        try (var jars = Files.newDirectoryStream(ORACLE, "*.jar")) {
            for (var jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        }
        if (urls.isEmpty()) {
            throw new IOException("No jar in " + ORACLE + ": let the build run its phase process-test-resources");
        }
        urls.add(GENERATED_CLASSES.toUri().toURL());
        var configs = new HashMap<String, Object>();
        configs.put("schema.registry.url", registryUrl);
        configs.put("specific.avro.reader", specific);
        var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return new ConfluentOracle(loader, configs);
    }

    byte[] serialize(String topic, Object record) {
        return (byte[]) call(serializer, "serialize", List.of(String.class, Object.class), topic, record);
    }

    /** A record of the oracle's class loader. */
    Object deserialize(String topic, byte[] bytes) {
        return call(deserializer, "deserialize", List.of(String.class, byte[].class), topic, bytes);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object create(String name, Map<String, Object> configs) {
        return within(() -> {
            var created = loader.loadClass(PACKAGE + name).getConstructor().newInstance();
            created.getClass().getMethod("configure", Map.class, boolean.class).invoke(created, configs, false);
            return created;
        });
    }

    private Object call(Object target, String name, List<Class<?>> parameters, Object... arguments) {
        return within(() -> target.getClass()
                .getMethod(name, parameters.toArray(Class<?>[]::new))
                .invoke(target, arguments));
    }

    private interface Reflection {
        Object run() throws ReflectiveOperationException;
    }

    // Kafka and Avro look for classes in the thread's class loader.
    private Object within(Reflection reflection) {
        var thread = Thread.currentThread();
        var ours = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return reflection.run();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Confluent's code failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }
}
