package org.chengxin.report;

import java.time.Duration;

/**
 * Where somebody stands in the queue of documents.
 *
 * @param waiting documents of all who wait
 * @param own documents among them
 * @param ahead documents of others that are begun before the next of one's own, or before one that is asked for now
 * @param until how long it takes, by the last documents, until that one is written; zero while none was written yet
 */
public record QueuePlace(int waiting, int own, int ahead, Duration until) {}
