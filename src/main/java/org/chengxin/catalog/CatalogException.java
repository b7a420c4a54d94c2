package org.chengxin.catalog;

/** A file of the catalogue is wrong; the message names the file, the place in it and what is wrong. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(String file, String place, String problem) {
        super(place.isEmpty() ? file + ": " + problem : file + ": " + place + ": " + problem);
    }
}
