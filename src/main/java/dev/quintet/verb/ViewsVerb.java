package dev.quintet.verb;

import picocli.CommandLine.Command;

@Command(
        name = "views",
        description = "Rebuild the views beside those that are served, list their generations, or drop one.",
        synopsisSubcommandLabel = "rebuild|list|drop",
        subcommands = {ViewsRebuildVerb.class, ViewsListVerb.class, ViewsDropVerb.class})
public final class ViewsVerb {}
