package dev.quintet.verb;

import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** From the moment a generation is published until the pods serve it. Only watches: they do it by themselves. */
record Handover(Cluster cluster, ViewsGeneration before, ViewsGeneration next, ChangingLine line) {
    private static final Duration LOOK = Duration.ofMillis(500);

    /** A pod restores a generation before it takes it, and nothing of that can be seen from here. */
    private static final Duration RESTORING = Duration.ofMinutes(5);

    /** Waits until every pod has changed over, as long as one does now and then. */
    void await(Until until) throws InterruptedException {
        var from = new GenerationLag(cluster.answers(), before);
        var to = new GenerationLag(cluster.answers(), next);
        line.say("views " + next + " are published on views.serving; pods that run views change over now");
        if (from.members() == 0 && to.members() == 0) {
            line.say("no pod runs views: the next that starts serves " + next);
            return;
        }
        var members = new AtomicLong();
        var wait = cluster.patience().atLeast(RESTORING).begin("pods to serve " + next, members::get);
        do {
            int old = from.members();
            int young = to.members();
            members.set(((long) old << 32) + young);
            if (old == 0 && young > 0) {
                line.say("views " + next + " are served, " + before + " have ended; `views drop --generation " + before
                        + "` deletes them");
                return;
            }
            line.tellNowAndThen(() -> "waiting for pods to serve " + next + ": " + young + " stream threads have it, "
                    + old + " still have " + before);
        } while (!until.stopped(() -> true, LOOK) && !wait.isOver());
        line.say(
                "not every pod has changed over yet; they go on by themselves. `views list` shows who runs what, and a pod"
                        + " logs \"views " + next + " are served\"");
    }
}
