package org.chengxin.intake.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines: one object a line, its names are the headings. A list of plain values becomes one cell with {@code |} between;
 * what is nested deeper stays JSON text.
 */
final class JsonLinesSheet implements Sheet {

    private static final int LONGEST_NUMBER = 40;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BufferedReader reader;
    private final DoubleSupplier progress;
    private final SheetLimits limits;
    private long line;
    private @Nullable SheetRow next;

    JsonLinesSheet(Reader reader, DoubleSupplier progress, SheetLimits limits) {
        this.reader = new BufferedReader(reader, 1 << 16);
        this.progress = progress;
        this.limits = limits;
        advance();
    }

    private void advance() {
        next = null;
        try {
            StringBuilder text = new StringBuilder();
            while (next == null && readLine(text)) {
                line++;
                if (line > limits.rows()) {
                    throw new SheetException("file.rows", limits.rows());
                }
                if (text.length() > limits.line()) {
                    next = SheetRow.refused(line, "row.line", limits.line());
                } else if (!text.toString().isBlank()) {
                    next = row(text.toString());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads a line, of one that is too long just enough to tell; false at the end. */
    private boolean readLine(StringBuilder text) throws IOException {
        text.setLength(0);
        int next = reader.read();
        boolean any = next >= 0;
        while (next >= 0 && next != '\n') {
            if (text.length() <= limits.line()) {
                text.append((char) next);
            }
            next = reader.read();
        }
        return any;
    }

    private SheetRow row(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        try {
            JsonNode object = JSON.readTree(text);
            if (!object.isObject()) {
                return SheetRow.refused(line, "row.json");
            }
            if (object.size() > limits.columns()) {
                return SheetRow.refused(line, "row.columns", limits.columns());
            }
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                String value = value(property.getValue());
                if (value.length() > limits.cell()) {
                    return SheetRow.refused(line, "row.cell", limits.cell());
                }
                if (!value.isBlank()) {
                    cells.put(property.getKey(), value);
                }
            }
        } catch (JacksonException broken) {
            return SheetRow.refused(line, "row.json");
        }
        return new SheetRow(line, cells);
    }

    private static String value(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            return node.valueStream().map(JsonNode::asString).collect(Collectors.joining("|"));
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            // With an exponent digits may be lost, which readers tell by it; written out 1e999999999 would fill the
            // memory.
            boolean exponent = number.scale() < 0 || number.scale() > LONGEST_NUMBER;
            return exponent ? number.toString() : number.toPlainString();
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }

    @Override
    public double progress() {
        return progress.getAsDouble();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
