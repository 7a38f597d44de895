// Compares a text with a committed one.
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk.TestKit;

/// <summary>Committed texts that a test compares with: <c>name.verified.txt</c> beside the test.</summary>
public static class CommittedText
{
    private const int LinesShown = 40;

    /// <summary>Compares a text with the committed one; a mismatch writes <c>name.received.txt</c> beside it.</summary>
    /// <exception cref="CommittedTextMismatchException">The texts differ, or there is no committed text yet.</exception>
    public static void Match(string text, string name, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var folder = FindFolder(sourceFile);
        var verified = Path.Combine(folder, $"{name}.verified.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new CommittedTextMismatchException(
            $"{name}.verified.txt differs. When the change is meant, replace it by {name}.received.txt beside it.\n{Describe(expected.Split('\n'), actual.Split('\n'))}");
    }

    private static string FindFolder(string sourceFile)
    {
        var folder = Path.GetDirectoryName(sourceFile);
        if (Directory.Exists(folder)) return folder;
        // A deterministic build maps the repository root to "/_/".
        return Path.GetDirectoryName(Path.Combine(RepositoryRoot.Find(), sourceFile.TrimStart('/', '_')))!;
    }

    private static string Describe(string[] expected, string[] actual)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in expected) counts[line] = counts.GetValueOrDefault(line) - 1;
        foreach (var line in actual) counts[line] = counts.GetValueOrDefault(line) + 1;
        string[] lines =
        [
            .. expected.Where(l => counts[l] < 0).Distinct().Select(static l => $"- {l}"),
            .. actual.Where(l => counts[l] > 0).Distinct().Select(static l => $"+ {l}"),
        ];
        if (lines.Length == 0) return "The same lines are in another order.";
        return string.Join('\n', lines.Take(LinesShown)) + (lines.Length > LinesShown ? $"\n({lines.Length - LinesShown} more lines)" : "");
    }
}
