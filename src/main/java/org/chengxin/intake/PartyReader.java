package org.chengxin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chengxin.intake.value.Codes;
import org.chengxin.intake.value.IdentityNumbers;
import org.chengxin.intake.value.Kinds;
import org.chengxin.intake.value.PartyNames;
import org.chengxin.intake.value.Texts;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.PersonalNumbers;
import org.chengxin.shared.PersonalNumbers.Kind;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Reads whom a row is about: name, codes, kind, person in charge; the same for sheets of subjects and of records. */
final class PartyReader {

    private static final int LONGEST_NAME = 200;

    private final IdentityHash identityHash;

    PartyReader(IdentityHash identityHash) {
        this.identityHash = identityHash;
    }

    /** The name; null, and the row refused, when there is none or it names several parties. */
    @Nullable
    String name(RowCells cells, String field) {
        String raw = cells.text(field);
        String name = cells.line(field);
        if (raw == null || name == null) {
            cells.refuse(field, "name.missing");
            return null;
        }
        if (name.length() > LONGEST_NAME || name.codePoints().noneMatch(Character::isLetter)) {
            cells.refuse(field, "name.implausible");
            return null;
        }
        if (PartyNames.several(raw)) {
            cells.refuse(field, "name.several");
            return null;
        }
        if (IdentityNumbers.in(name).isPresent()) {
            cells.warn(field, "name.identity");
            name = IdentityNumbers.without(name);
        }
        if (name.isEmpty()) {
            cells.refuse(field, "name.missing");
            return null;
        }
        if (PersonalNumbers.in(name).stream()
                .anyMatch(number -> number.kind() == Kind.IDENTITY || number.kind() == Kind.MOBILE)) {
            cells.refuse(field, "name.personal");
            return null;
        }
        return name;
    }

    /** The USCC, flagged where its check character disagrees; null when there is none, refused where it may not be taken. */
    @Nullable
    CreditCode uscc(RowCells cells, String field, Source source, String... otherCodeFields) {
        Codes.Credit read = cells.read(field, Codes::credit);
        if (read == null && cells.text(field) == null) {
            for (String other : otherCodeFields) {
                String text = cells.text(other);
                if (text != null && Codes.isCredit(text)) {
                    return CreditCode.of(Texts.code(text));
                }
            }
        }
        if (read == null) {
            return null;
        }
        if (read.repaired()) {
            cells.warn(field, "code.repaired", read.code().value());
        }
        if (!read.code().valid()) {
            if (source.kind() != Source.Kind.DEPARTMENT) {
                cells.refuse(field, "code.mismatch");
                return null;
            }
            cells.warn(field, "code.mismatch-taken");
        }
        return read.code();
    }

    /** Adds an older code; one that is none is left out with a warning, one that is a USCC is not an older code. */
    void identifier(
            RowCells cells,
            String field,
            Identifier.Scheme scheme,
            Function<String, String> reader,
            List<Identifier> into) {
        String text = cells.text(field);
        if (text != null && !Codes.isCredit(text)) {
            String code = cells.tryRead(field, reader);
            if (code != null) {
                into.add(new Identifier(scheme, code));
            }
        }
    }

    /** Adds the keyed hash of an identity number; the number itself goes nowhere. */
    void identity(RowCells cells, String field, List<Identifier> into) {
        String text = cells.text(field);
        if (text != null) {
            into.add(new Identifier(Identifier.Scheme.IDENTITY_HASH, hash(text)));
        }
    }

    String hash(String number) {
        return identityHash.of(Texts.code(number));
    }

    /** An identity number found beside the representative's name, to be hashed; empty for none. */
    Optional<String> identityInside(RowCells cells, String field) {
        return Optional.ofNullable(cells.text(field)).flatMap(IdentityNumbers::in);
    }

    /** The person in charge without any identity number written beside the name. */
    @Nullable
    String representative(RowCells cells, String field) {
        String name = cells.line(field);
        if (name == null) {
            return null;
        }
        if (IdentityNumbers.in(name).isPresent()) {
            cells.warn(field, "representative.identity");
            name = IdentityNumbers.without(name);
        }
        return name.isEmpty() ? null : name;
    }

    /**
     * The kind as stated; null when it is not, or not in words that are known.
     *
     * @param personal whether the row has a natural person's document
     */
    @Nullable
    SubjectKind kind(RowCells cells, String field, @Nullable String name, @Nullable CreditCode uscc, boolean personal) {
        String text = cells.text(field);
        SubjectKind stated = text == null ? null : Kinds.stated(text).orElse(null);
        if (text != null && stated == null) {
            cells.warn(field, "kind.unknown");
        }
        boolean person = name != null && uscc == null && PartyNames.person(name);
        if (stated == SubjectKind.ENTERPRISE && person) {
            cells.warn(field, "kind.person");
            return SubjectKind.NATURAL_PERSON;
        }
        // Double disclosure knows three kinds only; the code's prefix tells institutions and individual businesses
        // apart.
        if (stated == SubjectKind.ENTERPRISE && uscc != null) {
            return Kinds.guess(name == null ? "" : name, uscc);
        }
        if (stated == null && personal && uscc == null && person) {
            return SubjectKind.NATURAL_PERSON;
        }
        return stated;
    }

    /** All older codes of a row, under the given field names in the order of the schemes they are read as. */
    List<Identifier> olderCodes(
            RowCells cells, String registration, String organisation, String tax, String institution, String social) {
        List<Identifier> found = new ArrayList<>();
        identifier(cells, registration, Identifier.Scheme.REGISTRATION_NUMBER, Codes::registration, found);
        identifier(cells, organisation, Identifier.Scheme.ORGANISATION_CODE, Codes::organisation, found);
        identifier(cells, tax, Identifier.Scheme.TAX_NUMBER, Codes::tax, found);
        identifier(cells, institution, Identifier.Scheme.INSTITUTION_NUMBER, Codes::certificate, found);
        identifier(cells, social, Identifier.Scheme.SOCIAL_ORGANISATION_NUMBER, Codes::certificate, found);
        return found;
    }
}
