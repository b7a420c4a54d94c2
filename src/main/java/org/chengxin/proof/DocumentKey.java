package org.chengxin.proof;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The key that documents are signed with, and its certificate.
 *
 * @param id see {@link Jwk#id()}
 * @param chain its certificate first, then those that vouch for it
 * @param development whether the portal made it for itself: then nobody vouches for it
 */
record DocumentKey(String id, Jwk jwk, PrivateKey key, List<X509Certificate> chain, boolean development) {

    static DocumentKey of(PrivateKey key, List<X509Certificate> chain, boolean development) {
        Jwk jwk = Jwk.of(chain.get(0).getPublicKey());
        return new DocumentKey(jwk.id(), jwk, key, List.copyOf(chain), development);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** The DER of the chain. */
    List<byte[]> encodedChain() {
        return chain.stream().map(DocumentKey::encoded).toList();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read cannot be written", impossible);
        }
    }

    /** The common name of its certificate, or the whole name when it has none. */
    String signer() {
        return name(certificate());
    }

    /** The common name of a certificate, or the whole name when it has none. */
    static String name(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse(name);
        } catch (InvalidNameException impossible) {
            throw new IllegalStateException("the name of a certificate that was read is none", impossible);
        }
    }
}
