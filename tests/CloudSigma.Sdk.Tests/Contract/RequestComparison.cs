// Is what the SDK sends what is documented?
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class RequestComparison
{
    /// <summary>Compares method, path, query and body.</summary>
    /// <returns>What differs; empty when nothing does.</returns>
    public static IReadOnlyList<string> Differences(ContractRequest expected, CapturedRequest actual, ContractException? exception)
    {
        var differences = new List<string>();
        var example = expected.Example;
        if (example.Method != actual.Method) differences.Add($"method: expected {example.Method}, sent {actual.Method}");
        var path = exception?.Path ?? (exception is { PathLacksSlash: true } ? example.Path + "/" : example.Path);
        if (path != actual.Path) differences.Add($"path: expected {path}, sent {actual.Path}");

        // Without limit in the example the page size is the choice of the SDK.
        var isPaged = example.Query.Any(static p => p.Key == "limit");
        var ignored = exception?.IgnoredQuery ?? [];
        var expectedQuery = Order(example.Query.Where(p => !ignored.Contains(p.Key)));
        var actualQuery = Order(actual.Query.Where(p => isPaged || p.Key is not ("limit" or "offset")));
        if (expectedQuery != actualQuery) differences.Add($"query: expected '{expectedQuery}', sent '{actualQuery}'");

        if (actual.Headers.FirstOrDefault(static h => h.Key == "Authorization").Value?.StartsWith("Basic ", StringComparison.Ordinal) != true)
            differences.Add("header: Authorization is not Basic");
        differences.AddRange(BodyDifferences(ExpectedBody(expected, exception), actual, exception));
        return differences;
    }

    private static JsonElement ExpectedBody(ContractRequest expected, ContractException? exception) => exception switch
    {
        { RequestIsBare: true } => JsonText.Parse($$"""{"objects": [{{expected.Body.GetRawText()}}]}"""),
        { RequestLacksBody: true } => JsonText.Parse("{}"),
        _ => expected.Body,
    };

    private static IEnumerable<string> BodyDifferences(JsonElement expected, CapturedRequest actual, ContractException? exception)
    {
        if (expected.ValueKind == JsonValueKind.Undefined || actual.Body.Length == 0)
        {
            if (expected.ValueKind != JsonValueKind.Undefined) yield return "body: expected one, sent none";
            if (actual.Body.Length > 0) yield return $"body: expected none, sent {actual.Json}";
            yield break;
        }

        if (actual.Headers.FirstOrDefault(static h => h.Key == "Content-Type").Value != "application/json") yield return "header: Content-Type is not application/json";
        var difference = exception is { RequestIsFragment: true } ? JsonDifference.FindMissing(expected, actual.Json) : JsonDifference.Find(expected, actual.Json);
        if (difference is not null) yield return $"body {difference}";
    }

    private static string Order(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query.Select(static p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
}
