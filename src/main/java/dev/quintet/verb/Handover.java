package dev.quintet.verb;

import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;

/** From the moment a generation is published until the pods serve it. Only watches: they do it by themselves. */
record Handover(Cluster cluster, ViewsGeneration before, ViewsGeneration next, ChangingLine line) {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Waits until every pod has changed over, as long as people wait. */
    void await(Until until) throws InterruptedException {
        var from = new GenerationLag(cluster.admin(), before);
        var to = new GenerationLag(cluster.admin(), next);
        line.say("views " + next + " are published on views.serving; pods that run views change over now");
        if (from.members() == 0 && to.members() == 0) {
            line.say("no pod runs views: the next that starts serves " + next);
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            int old = from.members();
            int young = to.members();
            if (old == 0 && young > 0) {
                line.say("views " + next + " are served, " + before + " have ended; `views drop --generation " + before
                        + "` deletes them");
                return;
            }
            line.tellNowAndThen(() -> "waiting for pods to serve " + next + ": " + young + " stream threads have it, "
                    + old + " still have " + before);
        } while (!until.stopped(() -> true, LOOK) && System.nanoTime() < deadline);
        line.say(
                "not every pod has changed over yet; they go on by themselves. `views list` shows who runs what, and a pod"
                        + " logs \"views " + next + " are served\"");
    }
}
