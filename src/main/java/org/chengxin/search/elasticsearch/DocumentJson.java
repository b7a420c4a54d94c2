package org.chengxin.search.elasticsearch;

import java.util.Base64;
import java.util.Set;
import org.chengxin.search.document.FieldSink;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One document as JSON. Values of a dotted field lie in objects, as Elasticsearch reads them. */
final class DocumentJson implements FieldSink {

    /** Longer terms are refused from 32,766 bytes on; no code or name of an authority comes near. */
    private static final int MAX_KEYWORD = 4_000;

    private final Set<String> keywords;
    private final ObjectNode root = JsonMapper.shared().createObjectNode();

    /** @param keywords fields whose values are terms */
    DocumentJson(Set<String> keywords) {
        this.keywords = keywords;
    }

    @Override
    public void add(String field, String value) {
        boolean term = keywords.contains(field) && value.length() > MAX_KEYWORD;
        values(field).add(wellFormed(term ? value.substring(0, MAX_KEYWORD) : value));
    }

    @Override
    public void add(String field, long value) {
        values(field).add(value);
    }

    @Override
    public void add(String field, byte[] value) {
        values(field).add(Base64.getEncoder().encodeToString(value));
    }

    private ArrayNode values(String field) {
        ObjectNode object = root;
        int start = 0;
        // two levels of objects, then a code that may hold anything
        for (int dot = field.indexOf('.'), depth = 0; dot >= 0 && depth < 2; dot = field.indexOf('.', start), depth++) {
            object = object.withObjectProperty(field.substring(start, dot));
            start = dot + 1;
        }
        return object.withArrayProperty(field.substring(start));
    }

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    /** Half a character has no place in UTF-8 and makes no JSON: a replacement character stands for it. */
    static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }
}
