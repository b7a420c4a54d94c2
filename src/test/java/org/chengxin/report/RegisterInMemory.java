package org.chengxin.report;

import java.util.Arrays;
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

    int size() {
        return documents.size();
    }
}
