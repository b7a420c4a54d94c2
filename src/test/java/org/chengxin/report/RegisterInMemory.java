package org.chengxin.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The register of issued documents without a database. */
final class RegisterInMemory implements IssuedDocuments {

    private final Map<String, IssuedDocument> documents = new ConcurrentHashMap<>();

    @Override
    public void add(IssuedDocument document) {
        documents.put(document.number(), document);
    }

    @Override
    public Optional<IssuedDocument> byNumber(String number) {
        return Optional.ofNullable(documents.get(number));
    }

    @Override
    public Optional<IssuedDocument> byFile(byte[] digest) {
        return documents.values().stream()
                .filter(document -> Arrays.equals(document.fileDigest(), digest))
                .findFirst();
    }

    @Override
    public List<IssuedDocument> due(Instant now, Instant latest, int limit) {
        throw new UnsupportedOperationException("needs a store");
    }

    @Override
    public void checked(List<String> numbers, Instant next) {
        throw new UnsupportedOperationException("needs a store");
    }

    @Override
    public void superseded(List<String> numbers, Instant now) {
        throw new UnsupportedOperationException("needs a store");
    }

    @Override
    public List<String> superseded(Instant now) {
        throw new UnsupportedOperationException("needs a store");
    }

    int size() {
        return documents.size();
    }
}
