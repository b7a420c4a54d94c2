package org.chengxin.intake;

/** Turns an identity number into a keyed hash, the only form beside the mask in which it is kept. */
@FunctionalInterface
public interface IdentityHash {

    /** The same for the same number and key, in lower-case hexadecimal; the key never leaves the data directory. */
    String of(String number);
}
