// The command line "cloudsigma".
using System.CommandLine;
using CloudSigma.Cli.Emulator;

var root = new RootCommand("Manage CloudSigma from the command line.");
root.Subcommands.Add(EmulatorCommand.Create());
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
