// The short measurement of all targets. It judges nothing by its exit code: a busy machine is no fault of the code.
using System.Globalization;

namespace CloudSigma.Sdk.Benchmarks.Checks;

internal static class TargetCheck
{
    private const int AtATime = 16;

    public static async Task RunAsync()
    {
        // Memory comes first: what other measurements leave behind would be mistaken for its own.
        await CheckMemoryAsync().ConfigureAwait(false);
        await CheckGetAsync().ConfigureAwait(false);
        await CheckListAsync().ConfigureAwait(false);
        var early = await FirstElement.ArrivesBeforeLastByteAsync().ConfigureAwait(false);
        Print("list of 10,000: first element before last byte", early ? "yes" : "no", "yes", early, "the server held back the end of the body");
        await CheckPrefetchAsync().ConfigureAwait(false);
        var (microseconds, roundTrips) = await DigestCost.MeasureAsync().ConfigureAwait(false);
        Print("digest over basic: microseconds per request", Text($"{microseconds:0.0}"), "10.0", microseconds <= 10, "no network, one thread");
        Print("digest: round trips per request", Text($"{roundTrips:0.00}"), "1.00", roundTrips <= 1, "after the first challenge");
    }

    public static async Task CheckMemoryAsync()
    {
        var (handWritten, sdk) = await LiveMemory.MeasureAsync().ConfigureAwait(false);
        PrintRatio("list of 10,000: live memory", (double)sdk / handWritten, 0.25, Text($"{sdk / 1024.0:N0} KB instead of {handWritten / 1024.0:N0} KB"));
    }

    private static async Task CheckGetAsync()
    {
        var benchmark = new GetServerVsHandWritten();
        benchmark.Start();
        var get = await Comparison.RunAsync(benchmark.HandWritten, benchmark.Sdk, callsPerBatch: 400, batches: 60, TimeSpan.FromSeconds(5)).ConfigureAwait(false);
        // One request at a time mostly waits for threads to wake up. Many at a time keep both cores busy, so only work counts.
        var many = await Comparison.RunAsync(
            () => Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => benchmark.HandWritten())),
            () => Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => benchmark.Sdk())),
            callsPerBatch: 40, batches: 40, TimeSpan.FromSeconds(3)).ConfigureAwait(false);
        benchmark.Stop();
        PrintRatio("get one server: time", get.TimeRatio, 1.15, Text($"{get.Time:0.0} us instead of {get.BaselineTime:0.0} us"));
        PrintRatio(Text($"get one server, {AtATime} at a time: time"), many.TimeRatio, 1.15, Text($"{many.Time / AtATime:0.0} us instead of {many.BaselineTime / AtATime:0.0} us per request"));
        PrintRatio("get one server: allocations", get.BytesRatio, 1.3, Text($"{get.Bytes:0} bytes instead of {get.BaselineBytes:0} bytes"));
    }

    private static async Task CheckListAsync()
    {
        var benchmark = new ListDrivesVsHandWritten();
        benchmark.Start();
        var list = await Comparison.RunAsync(benchmark.HandWritten, benchmark.Sdk, callsPerBatch: 1, batches: 30, TimeSpan.FromSeconds(4)).ConfigureAwait(false);
        benchmark.Stop();
        PrintRatio("list of 10,000: time", list.TimeRatio, 1, Text($"{list.Time / 1000:0.0} ms instead of {list.BaselineTime / 1000:0.0} ms"));
    }

    private static async Task CheckPrefetchAsync()
    {
        var benchmark = new PrefetchVsOnePageAtATime();
        benchmark.Start();
        var pages = await Comparison.RunAsync(benchmark.OnePageAtATime, benchmark.Prefetch, callsPerBatch: 1, batches: 6, TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        benchmark.Stop();
        PrintRatio("pages of 100 with prefetch: time", pages.TimeRatio, 0.75, Text($"{pages.Time / 1000:0} ms instead of {pages.BaselineTime / 1000:0} ms"));
    }

    private static void PrintRatio(string name, double measured, double target, string figures) =>
        Print(name, Text($"{measured:0.00}"), Text($"{target:0.00}"), measured <= target, figures);

    private static void Print(string name, string measured, string target, bool ok, string figures) =>
        Console.WriteLine($"{name,-48} {measured,6}   target {target,6}   {(ok ? "ok    " : "missed")}   {figures}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
