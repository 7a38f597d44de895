// The checks that name what is wrong with a fault.
namespace CloudSigma.Emulator.Faults;

internal static class FaultRules
{
    public static void Check(EmulatorFault fault)
    {
        Require(Enum.IsDefined(fault.Kind), nameof(EmulatorFault.Kind), "one of the known kinds");
        Require(fault.Times is null or > 0, nameof(EmulatorFault.Times), "a number above 0, or null for ever");
        Require(fault.Skip >= 0, nameof(EmulatorFault.Skip), "0 or more");
        Require(fault.Probability is > 0 and <= 1, nameof(EmulatorFault.Probability), "above 0 and at most 1");
        Require(fault.Delay >= TimeSpan.Zero, nameof(EmulatorFault.Delay), "zero or more");
        Require(fault.Status is >= 200 and <= 599, nameof(EmulatorFault.Status), "from 200 to 599");
        Require(fault.Bytes >= 0, nameof(EmulatorFault.Bytes), "0 or more");
        Require(fault.Piece > 0, nameof(EmulatorFault.Piece), "1 or more");
        Require(fault.Headers is not null, nameof(EmulatorFault.Headers), "a map of headers, which may be empty");
        foreach (var (name, value) in fault.Headers!)
        {
            Require(
                name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && value is not null && value.All(static c => c is >= ' ' and <= '~'),
                nameof(EmulatorFault.Headers),
                "names of letters, digits and hyphens with values of visible ASCII characters");
        }
    }

    private static void Require(bool right, string member, string expected)
    {
        if (!right) throw new ArgumentException($"The {member} of the fault has to be {expected}.", member);
    }
}
