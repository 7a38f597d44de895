// Runs the benchmarks, or the short measurement of the targets.
using BenchmarkDotNet.Running;
using CloudSigma.Sdk.Benchmarks.Checks;
using CloudSigma.Sdk.Benchmarks.Transfers;

switch (args)
{
    case []:
    case ["--help" or "-h"]:
        Console.WriteLine("""
            Measures the SDK against code written by hand. Run it with -c Release.

              -- --check        a short measurement of every target, about half a minute; the exit code is always 0
              -- --memory       live memory while 10,000 drives are listed, against the whole list at once
              -- --transfers    image transfers against curl, some minutes and 7 GiB in /dev/shm; behind it may stand what is
                              measured (all, curl, memory, connections, breaks) and a folder to use instead
              -- --filter '*'   all benchmarks with BenchmarkDotNet, several minutes; --list flat shows their names
              -- --help         this text; for all other options see BenchmarkDotNet

            The figures and how to read them are in benchmarks/README.md.
            """);
        break;
    case ["--check"]:
        await TargetCheck.RunAsync().ConfigureAwait(false);
        break;
    case ["--memory"]:
        await TargetCheck.CheckMemoryAsync().ConfigureAwait(false);
        break;
    case ["--transfers", ..]:
        await TransferCheck.RunAsync(args.ElementAtOrDefault(1) is "all" ? null : args.ElementAtOrDefault(1), args.ElementAtOrDefault(2)).ConfigureAwait(false);
        break;
    case [TransferServer.Command, var folder, var bytesPerSecond, var dropEvery]:
        await TransferServer.RunAsync(folder, long.Parse(bytesPerSecond, System.Globalization.CultureInfo.InvariantCulture), long.Parse(dropEvery, System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false);
        break;
    case [TransferWorker.Command, .. var work]:
        await TransferWorker.RunAsync(work).ConfigureAwait(false);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

return 0;
