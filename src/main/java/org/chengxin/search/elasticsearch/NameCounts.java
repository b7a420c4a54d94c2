package org.chengxin.search.elasticsearch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.ranking.NameRarity;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.NameTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts characters and pairs of the names of subjects as they are written, since Elasticsearch cannot be asked for all its
 * terms. A subject counts once, with the names it had first; what is gone still counts: rarities are logarithms.
 */
final class NameCounts {

    /** Of the document in the state of a generation. */
    static final String ID = "names";

    private final NameRarity.Counter counter = new NameRarity.Counter();
    private int documents;

    /** Counts as kept, none when nothing was kept. */
    static NameCounts read(Cluster cluster, Generation generation) {
        @Nullable
        JsonNode kept = cluster.work(asking -> asking.get(
                        get -> get.index(generation.index(Generation.STATE)).id(ID), ObjectNode.class))
                .source();
        NameCounts counts = new NameCounts();
        if (kept != null) {
            byte[] bytes = Base64.getDecoder().decode(kept.get("counts").asString());
            try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
                counts.documents = in.readInt();
                counts.counter.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return counts;
    }

    void write(Cluster cluster, Generation generation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(documents);
            counter.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode kept = JsonMapper.shared()
                .createObjectNode()
                .put("counts", Base64.getEncoder().encodeToString(bytes.toByteArray()));
        cluster.work(asking -> asking.index(put -> put.index(generation.writing(Generation.STATE))
                .requireAlias(true)
                .id(ID)
                .document(kept)));
    }

    void add(SubjectDocument subject) {
        Set<String> pairs = new HashSet<>();
        Set<String> characters = new HashSet<>();
        Stream.of(
                        Stream.of(subject.name()),
                        subject.formerNames().stream(),
                        subject.aliases().stream().filter(alias -> CodeTerms.exchangeCode(alias) == null))
                .flatMap(names -> names)
                .forEach(name -> {
                    pairs.addAll(NameTerms.pairs(name));
                    characters.addAll(NameTerms.characters(name));
                });
        for (String pair : pairs) {
            if (pair.length() == 2) {
                counter.pair(pair.charAt(0), pair.charAt(1), 1);
            }
        }
        characters.forEach(one -> counter.character(one.charAt(0), 1));
        documents++;
    }

    int documents() {
        return documents;
    }

    NameRarity rarity() {
        return counter.among(documents);
    }
}
