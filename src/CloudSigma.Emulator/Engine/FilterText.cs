// Splits the value of a filter at its commas and takes the escapes out.
using System.Text;

namespace CloudSigma.Emulator.Engine;

internal static class FilterText
{
    /// <summary>
    /// A comma separates alternatives, <c>\,</c> is a comma, and <c>\\,</c> is a backslash before a comma that separates.
    /// A backslash that is not before a comma stands for itself.
    /// </summary>
    public static IReadOnlyList<string> Alternatives(string value)
    {
        var alternatives = new List<string>();
        var current = new StringBuilder();
        var index = 0;
        while (index < value.Length)
        {
            var slashes = 0;
            while (index < value.Length && value[index] == '\\')
            {
                slashes++;
                index++;
            }

            if (index == value.Length || value[index] != ',')
            {
                current.Append('\\', slashes);
                if (index < value.Length) current.Append(value[index++]);
                continue;
            }

            index++;
            current.Append('\\', slashes / 2);
            if (slashes % 2 == 1)
            {
                current.Append(',');
            }
            else
            {
                alternatives.Add(current.ToString());
                current.Clear();
            }
        }

        alternatives.Add(current.ToString());
        return alternatives;
    }
}
