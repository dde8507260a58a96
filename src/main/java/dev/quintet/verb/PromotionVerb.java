package dev.quintet.verb;

import picocli.CommandLine.Command;

@Command(
        name = "promotion",
        description = "Publish a promotion, or show what is published.",
        synopsisSubcommandLabel = "set|show",
        subcommands = {PromotionSetVerb.class, PromotionShowVerb.class})
public final class PromotionVerb {}
