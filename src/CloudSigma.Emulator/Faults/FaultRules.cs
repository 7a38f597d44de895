// The checks that name what is wrong with a fault.
namespace CloudSigma.Emulator.Faults;

internal static class FaultRules
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(36_500);

    /// <summary>The first member with a value that cannot be, and what would be right; null when all is well.</summary>
    public static (string Member, string Expected)? Problem(EmulatorFault fault)
    {
        if (!Enum.IsDefined(fault.Kind)) return (nameof(fault.Kind), "one of the known kinds");
        if (fault.Times is <= 0) return (nameof(fault.Times), "a number above 0, or null for ever");
        if (fault.Skip < 0) return (nameof(fault.Skip), "0 or more");
        if (fault.Probability is not (> 0 and <= 1)) return (nameof(fault.Probability), "above 0 and at most 1");
        if (fault.Delay < TimeSpan.Zero || fault.Delay > LongestDelay) return (nameof(fault.Delay), "zero or more, up to a hundred years");
        if (fault.Status is < 200 or > 599) return (nameof(fault.Status), "from 200 to 599");
        if (fault.Bytes < 0) return (nameof(fault.Bytes), "0 or more");
        if (fault.Piece <= 0) return (nameof(fault.Piece), "1 or more");
        return fault.Headers is not null && fault.Headers.All(static header => IsName(header.Key) && IsValue(header.Value))
            ? null
            : (nameof(fault.Headers), "a map of names made of letters, digits and hyphens to values of visible ASCII characters");
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsValue(string? value) => value is not null && value.All(static c => c is >= ' ' and <= '~');
}
