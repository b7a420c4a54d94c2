package org.chengxin.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses of the built style and script, with the hash of their content in the name.
 *
 * @param script address of the module script
 * @param charts address of the script that draws charts, for the pages that have some
 * @param verify address of the script that checks documents in the browser, for the page that does
 * @param styles addresses of the style sheets
 */
public record Assets(String script, String charts, String verify, List<String> styles) {

    private static final String MANIFEST = "/frontend-manifest.json";
    private static final String PREFIX = "/assets/";
    private static final String ENTRY = "src/main.ts";
    private static final String CHARTS = "src/charts.ts";
    private static final String VERIFY = "src/verify.ts";

    /** Reads the manifest that the frontend build left on the class path. */
    static Assets read() {
        try (InputStream in = Assets.class.getResourceAsStream(MANIFEST)) {
            if (in == null) {
                throw new IllegalStateException("no " + MANIFEST + " on the class path: the frontend was not built");
            }
            JsonNode manifest = JsonMapper.shared().readTree(in);
            JsonNode entry = manifest.path(ENTRY);
            List<String> styles = new ArrayList<>();
            for (JsonNode style : entry.path("css")) {
                styles.add(PREFIX + style.asString());
            }
            return new Assets(
                    PREFIX + entry.required("file").asString(),
                    PREFIX + manifest.path(CHARTS).required("file").asString(),
                    PREFIX + manifest.path(VERIFY).required("file").asString(),
                    List.copyOf(styles));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
