// Measures two pieces of code against each other in one process: batches take turns, so that noise hits both.
using System.Diagnostics;

namespace CloudSigma.Sdk.Benchmarks.Checks;

/// <summary>The medians of a comparison; times in microseconds, allocations in bytes, both per call.</summary>
internal readonly record struct Comparison(double BaselineTime, double Time, double TimeRatio, double BaselineBytes, double Bytes)
{
    public double BytesRatio => Bytes / BaselineBytes;

    public static async Task<Comparison> RunAsync(Func<Task> baseline, Func<Task> candidate, int callsPerBatch, int batches, TimeSpan warmUp)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            await BatchAsync(baseline, callsPerBatch).ConfigureAwait(false);
            await BatchAsync(candidate, callsPerBatch).ConfigureAwait(false);
        }
        while (clock.Elapsed < warmUp);

        var first = new List<(double Time, double Bytes)>();
        var second = new List<(double Time, double Bytes)>();
        for (var i = 0; i < batches; i++)
        {
            // Whoever goes first may find a colder or a fuller heap, so the order changes.
            if (i % 2 == 0) first.Add(await BatchAsync(baseline, callsPerBatch).ConfigureAwait(false));
            second.Add(await BatchAsync(candidate, callsPerBatch).ConfigureAwait(false));
            if (i % 2 == 1) first.Add(await BatchAsync(baseline, callsPerBatch).ConfigureAwait(false));
        }

        return new Comparison(
            Median(first.Select(static b => b.Time)),
            Median(second.Select(static b => b.Time)),
            Median(first.Zip(second, static (b, c) => c.Time / b.Time)),
            Median(first.Select(static b => b.Bytes)),
            Median(second.Select(static b => b.Bytes)));
    }

    private static async Task<(double Time, double Bytes)> BatchAsync(Func<Task> call, int calls)
    {
        GC.Collect();
        // A request hops between threads, so the allocations of all threads count.
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++) await call().ConfigureAwait(false);
        var time = Stopwatch.GetElapsedTime(begin);
        return (time.TotalMicroseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
