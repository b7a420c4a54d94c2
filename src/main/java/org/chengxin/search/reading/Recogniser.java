package org.chengxin.search.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of thing people type or paste. */
interface Recogniser {

    /**
     * The order they are asked in; the first that answers is believed. What is personal comes before anything that would
     * search; blocks with labels come before the numbers in them; what is exact comes before what is a guess.
     */
    List<Recogniser> ORDER = List.of(
            new IdentityNumbers(),
            new InvoiceBlock(),
            new ContractParty(),
            new BusinessCard(),
            new NumbersOfPersons(),
            new ShareText(),
            new DocumentNumbers(),
            new Barcodes(),
            new ParcelNumbers());

    /** What it takes the text for, null when it is not of its kind. */
    @Nullable
    Reading read(Typed typed);
}
