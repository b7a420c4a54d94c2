package org.chengxin.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Sealing of texts and files. */
class SealTests {

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void aTextOpensInItsPlaceOnly() {
        byte[] sealed = seal.close("contact/1", "张三 13812345678");
        assertThat(seal.open("contact/1", sealed)).isEqualTo("张三 13812345678");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("138", "张三");
        assertThat(seal.close("contact/1", "张三 13812345678")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open("contact/2", sealed)).isInstanceOf(IllegalStateException.class);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new Seal(other).open("contact/1", sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open("contact/1", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("contact/1", new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileOfAnySizeOpensAsItWas() throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("seed=" + seed);
        Random random = new Random(seed);
        for (int size : new int[] {0, 1, 65535, 65536, 65537, 131072, 300_000}) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            assertThat(opened(sealed(content, random), "f"))
                    .as("%d bytes", size)
                    .isEqualTo(content);
        }
    }

    @Test
    void aFileThatWasChangedCutOrSwappedDoesNotOpen() throws IOException {
        byte[] content = new byte[200_000];
        Arrays.fill(content, (byte) 'x');
        byte[] sealed = sealed(content, new Random(1));
        int piece = 4 + 65536 + 16;
        byte[] changed = sealed.clone();
        changed[100] ^= 1;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 0, swapped, piece, piece);
        System.arraycopy(sealed, piece, swapped, 0, piece);
        for (byte[] bad : new byte[][] {
            changed,
            swapped,
            Arrays.copyOf(sealed, piece * 2),
            Arrays.copyOf(sealed, sealed.length - 1),
            Arrays.copyOf(sealed, sealed.length + 1),
            "%PDF-1.7 never sealed".getBytes(StandardCharsets.US_ASCII)
        }) {
            assertThatThrownBy(() -> opened(bad, "f")).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> opened(sealed, "another")).isInstanceOf(IOException.class);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("xxxx");
    }

    private byte[] sealed(byte[] content, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = SealedFile.writing(bytes, key("f"))) {
            for (int at = 0; at < content.length; ) {
                int some = Math.min(content.length - at, 1 + random.nextInt(70_000));
                out.write(content, at, some);
                at += some;
            }
        }
        return bytes.toByteArray();
    }

    private byte[] opened(byte[] sealed, String file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        SealedFile.open(new ByteArrayInputStream(sealed), key(file), content);
        return content.toByteArray();
    }

    private SecretKeySpec key(String file) {
        return seal.fileKey(file);
    }
}
