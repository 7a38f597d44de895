// The faults that are waiting, in the order in which they were added.
namespace CloudSigma.Emulator.Faults;

internal sealed class FaultBook
{
    private readonly List<ActiveFault> _faults = [];
    private readonly Lock _gate = new();

    public void Add(EmulatorFault fault, int seed)
    {
        if (FaultRules.Problem(fault) is { } problem)
            throw new ArgumentException($"{problem.Member} of the fault has to be {problem.Expected}.", nameof(fault));
        // A copy of the headers, so that nobody changes them while an answer is written.
        var kept = fault with { Headers = fault.Headers.ToDictionary() };
        lock (_gate) _faults.Add(new ActiveFault(kept, seed));
    }

    /// <summary>The fault that hits this request, or null.</summary>
    public EmulatorFault? Pick(string method, string path, string query)
    {
        lock (_gate) return _faults.FirstOrDefault(fault => fault.Hit(method, path, query))?.Fault;
    }

    public void Clear()
    {
        lock (_gate) _faults.Clear();
    }

    /// <summary>Each fault with the number of requests that fitted and that were hit.</summary>
    public IReadOnlyList<(EmulatorFault Fault, int Seen, int Hits)> Snapshot()
    {
        lock (_gate) return [.. _faults.Select(static active => (active.Fault, active.Seen, active.Hits))];
    }
}
