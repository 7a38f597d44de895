// The committed recordings: what the SDK and the emulator say to each other.
namespace CloudSigma.Sdk.TestKit.Http;

public static class RecordingFolder
{
    public static string Path { get; } = System.IO.Path.Combine(RepositoryRoot.Find(), "tests", "Recordings");

    /// <summary>The names of the recordings, <c>{operation-id}[-variant]</c>.</summary>
    public static IReadOnlyList<string> Names => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*.http").Select(static f => System.IO.Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    public static string FileOf(string name) => System.IO.Path.Combine(Path, name + ".http");

    /// <summary>The operation of a recording: the longest id that its name begins with.</summary>
    public static string OperationOf(string name, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ids.Where(id => name == id || name.StartsWith(id + "-", StringComparison.Ordinal)).MaxBy(static id => id.Length)
            ?? throw new ArgumentException($"The recording '{name}' does not begin with the id of an operation.", nameof(name));
    }
}
