package org.chengxin.site;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** What the domain name system knows of a name. */
interface NameServer {

    /**
     * Addresses of a host.
     *
     * @throws IOException when it has none, or they cannot be had
     */
    List<InetAddress> addresses(String host) throws IOException;

    /**
     * Texts (TXT) of a name, without quotation marks; none when there is no such name.
     *
     * @throws IOException when they cannot be had
     */
    List<String> texts(String name) throws IOException;

    /** As the system of this machine asks. */
    static NameServer ofSystem() {
        return new NameServer() {

            @Override
            public List<InetAddress> addresses(String host) throws IOException {
                return List.of(InetAddress.getAllByName(host));
            }

            // texts of the DNS provider alone are asked for, so nothing is made into an object; its settings are a
            // Hashtable
            @SuppressWarnings({"BanJNDI", "JdkObsolete"})
            @Override
            public List<String> texts(String name) throws IOException {
                Hashtable<String, String> settings = new Hashtable<>();
                settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
                settings.put("com.sun.jndi.dns.timeout.initial", "2000");
                settings.put("com.sun.jndi.dns.timeout.retries", "2");
                List<String> texts = new ArrayList<>();
                try {
                    InitialDirContext directory = new InitialDirContext(settings);
                    try {
                        Attribute found = directory
                                .getAttributes(name, new String[] {"TXT"})
                                .get("TXT");
                        NamingEnumeration<?> values = found == null ? null : found.getAll();
                        while (values != null && values.hasMore()) {
                            texts.add(values.next().toString().replace("\"", ""));
                        }
                    } finally {
                        directory.close();
                    }
                } catch (NameNotFoundException none) {
                    return List.of();
                } catch (NamingException failure) {
                    throw new IOException(failure);
                }
                return texts;
            }
        };
    }
}
