// A fault that is waiting for requests.
using System.IO.Enumeration;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Faults;

internal sealed class ActiveFault
{
    private readonly Random _chance;
    private readonly string _pattern;

    public ActiveFault(EmulatorFault fault, int seed)
    {
        Fault = fault;
        _chance = new Random(fault.Seed ?? seed);
        var path = fault.Path ?? "*";
        // A question mark separates path and query here; it is not a wildcard.
        _pattern = (path.StartsWith('/') || path.StartsWith('*') ? path : Router.Root + path).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal);
    }

    public EmulatorFault Fault { get; }

    /// <summary>How many fitting requests came by.</summary>
    public int Seen { get; private set; }

    /// <summary>How many of them were hit.</summary>
    public int Hits { get; private set; }

    public bool IsSpent => Fault.Times is { } times && Hits >= times;

    /// <summary>Whether this request is hit.</summary>
    public bool Hit(string method, string path, string query)
    {
        if (IsSpent || (Fault.Method is { } wanted && !wanted.Equals(method, StringComparison.OrdinalIgnoreCase))) return false;
        var subject = Fault.Path?.Contains('?', StringComparison.Ordinal) == true ? path + query : path;
        if (!FileSystemName.MatchesSimpleExpression(_pattern, subject, ignoreCase: false)) return false;
        Seen++;
        if (Seen <= Fault.Skip || (Fault.Probability < 1 && _chance.NextDouble() >= Fault.Probability)) return false;
        Hits++;
        return true;
    }
}
