package org.chengxin.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengxin.shared.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the catalogue: every {@code record-types/*.yaml} of the class path, each with the subject block of {@code
 * record-subject.yaml} before its fields and the block of {@code record-common.yaml} after them.
 */
public final class CatalogLoader {

    static final String TYPES = "classpath*:record-types/*.yaml";
    private static final String SUBJECT = "classpath:record-subject.yaml";
    private static final String COMMON = "classpath:record-common.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CatalogLoader() {}

    /** The catalogue of a class path; throws {@link CatalogException} naming file and field of what is wrong. */
    public static Catalog load(ClassLoader classLoader) {
        var resolver = new PathMatchingResourcePatternResolver(classLoader);
        try {
            Resource[] found = resolver.getResources(TYPES);
            Arrays.sort(found, Comparator.comparing(CatalogLoader::fileName));
            return load(resolver.getResource(SUBJECT), resolver.getResource(COMMON), List.of(found));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + TYPES, e);
        }
    }

    /** Names the catalogue of the portal's own class path: another name when any of its files says anything else. */
    public static String fingerprint() {
        var resolver = new PathMatchingResourcePatternResolver(CatalogLoader.class.getClassLoader());
        MessageDigest digest = Sha256.start();
        try {
            List<Resource> files = new ArrayList<>(List.of(resolver.getResources(TYPES)));
            files.sort(Comparator.comparing(CatalogLoader::fileName));
            files.add(resolver.getResource(SUBJECT));
            files.add(resolver.getResource(COMMON));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TYPES, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The catalogue of the portal's own class path. */
    public static Catalog load() {
        return load(CatalogLoader.class.getClassLoader());
    }

    static Catalog load(Resource subject, Resource common, List<Resource> files) {
        List<FieldDef> before = block(subject, true);
        List<FieldDef> after = block(common, false);
        Map<String, String> fileOfCode = new HashMap<>();
        List<RecordType> types = new ArrayList<>();
        for (Resource file : files) {
            RecordType type = new RecordTypeReader(before, after).read(root(file));
            String other = fileOfCode.put(type.code(), fileName(file));
            if (other != null) {
                throw new CatalogException(fileName(file), "code", "is also the code of " + other);
            }
            types.add(type);
        }
        return new Catalog(types);
    }

    private static List<FieldDef> block(Resource file, boolean ofSubject) {
        YamlObject root = root(file);
        List<FieldDef> fields = FieldReader.fields(root, root.audiences("base"));
        root.noMoreKeys();
        for (FieldDef field : fields) {
            if (field.ofSubject() != ofSubject) {
                throw new CatalogException(
                        fileName(file),
                        "fields." + field.name(),
                        ofSubject
                                ? "needs a subject role"
                                : "has a subject role, which belongs in record-subject.yaml");
            }
        }
        return fields;
    }

    private static YamlObject root(Resource file) {
        try (InputStream in = file.getInputStream()) {
            JsonNode tree = YAML.readTree(in);
            return YamlObject.root(fileName(file), tree);
        } catch (JacksonException e) {
            throw new CatalogException(fileName(file), "", "is not readable YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + fileName(file), e);
        }
    }

    private static String fileName(Resource file) {
        return Objects.requireNonNullElseGet(file.getFilename(), file::getDescription);
    }
}
