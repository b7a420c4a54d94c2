package org.chengxin.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against the published vectors of Certificate Transparency and against the recursion of RFC 6962 itself. */
class MerkleTests {

    private static final int LARGEST = 70;

    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, byte[]> nodes = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<byte[]> roots = new ArrayList<>();
    private final MerkleProofs proofs = new MerkleProofs((level, position) -> nodes.get(level + "/" + position));

    private void grow() {
        Frontier tree = new Frontier((level, position, hash) -> nodes.put(level + "/" + position, hash));
        roots.add(tree.root());
        for (int i = 0; i < LARGEST; i++) {
            byte[] entry = new byte[1 + random.nextInt(40)];
            random.nextBytes(entry);
            // no two are the same
            entry[0] = (byte) i;
            leaves.add(Merkle.leaf(entry));
            tree.add(leaves.get(i));
            roots.add(tree.root());
        }
    }

    /** MTH of RFC 6962, 2.1. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() <= 1) {
            return leaves.isEmpty() ? Merkle.empty() : leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    @Test
    void rootsAreThoseThatArePublished() {
        Frontier tree = new Frontier();
        assertThat(HexFormat.of().formatHex(tree.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < ENTRIES.size(); i++) {
            tree.add(Merkle.leaf(HexFormat.of().parseHex(ENTRIES.get(i))));
            assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void theEdgeHasTheRootOfTheRecursionAndCanBeTakenUpAnywhere() {
        grow();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(roots.get(size)).as("seed=%d size %d", seed, size).isEqualTo(root(leaves.subList(0, size)));
            Frontier again = Frontier.of(
                    size, (level, position) -> nodes.get(level + "/" + position), (level, position, hash) -> {});
            assertThat(again.root()).isEqualTo(roots.get(size));
            assertThat(again.size()).isEqualTo(size);
        }
    }

    @Test
    void everyEntryIsProvenAndNoOtherOneBy() {
        grow();
        for (int size = 1; size <= LARGEST; size++) {
            for (int at = 0; at < size; at++) {
                List<byte[]> path = proofs.inclusion(at, size);
                String told = "seed=" + seed + " " + at + "/" + size;
                assertThat(Merkle.included(leaves.get(at), at, size, path, roots.get(size)))
                        .as(told)
                        .isTrue();
                assertThat(Merkle.included(leaves.get((at + 1) % LARGEST), at, size, path, roots.get(size)))
                        .as(told)
                        .isFalse();
                assertThat(Merkle.included(leaves.get(at), at, size, changed(path), roots.get(size)))
                        .as(told)
                        .isEqualTo(path.isEmpty());
                assertThat(Merkle.included(leaves.get(at), at, size, longer(path), roots.get(size)))
                        .as(told)
                        .isFalse();
            }
        }
    }

    @Test
    void everyGrowthIsProvenAndNothingElse() {
        grow();
        for (int second = 0; second <= LARGEST; second++) {
            for (int first = 0; first <= second; first++) {
                List<byte[]> path = proofs.consistency(first, second);
                String told = "seed=" + seed + " " + first + "/" + second;
                assertThat(Merkle.grown(first, roots.get(first), second, roots.get(second), path))
                        .as(told)
                        .isTrue();
                if (!path.isEmpty()) {
                    assertThat(Merkle.grown(first, roots.get(first), second, roots.get(second), changed(path)))
                            .as(told)
                            .isFalse();
                }
                assertThat(Merkle.grown(first, new byte[32], second, roots.get(second), path))
                        .as(told)
                        .isFalse();
                assertThat(Merkle.grown(first, roots.get(first), second, roots.get(second), longer(path)))
                        .as(told)
                        .isFalse();
            }
        }
    }

    private List<byte[]> changed(List<byte[]> path) {
        List<byte[]> other = new ArrayList<>(path);
        if (!other.isEmpty()) {
            int at = random.nextInt(other.size());
            byte[] hash = other.get(at).clone();
            hash[random.nextInt(hash.length)] ^= 1;
            other.set(at, hash);
        }
        return other;
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> other = new ArrayList<>(path);
        other.add(new byte[32]);
        return other;
    }
}
