// Requests with their answers in one file.
namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>A request and its answer, as raw HTTP text.</summary>
public sealed record HttpExchange(HttpExample Request, HttpExample Answer)
{
    /// <summary>The line between a request and its answer, and between exchanges.</summary>
    public const string Separator = "###";

    /// <summary>Reads a file of exchanges: request, separator, answer, separator, next request...</summary>
    public static IReadOnlyList<HttpExchange> Load(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split($"\n{Separator}\n");
        if (parts.Length % 2 != 0) throw new InvalidDataException($"{name} has {parts.Length} parts. Every request needs an answer behind a line '{Separator}'.");
        return [.. parts.Chunk(2).Select(pair => new HttpExchange(HttpExample.Parse(pair[0], name), HttpExample.Parse(pair[1], name)))];
    }
}
