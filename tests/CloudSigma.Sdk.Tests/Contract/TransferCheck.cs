// Checks the recording of an operation that is a part of a larger call.
using System.Text;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class TransferCheck
{
    /// <summary>Makes the call; the requests of the operation have to be the recorded ones, and get the recorded answers.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(OperationContract contract, IReadOnlyList<HttpExchange> exchanges)
    {
        using var handler = new PartHandler(contract, exchanges);
        // The cloud of the recordings speaks plain http, and redirects to that.
        using var client = TestClient.Create(handler);
        await contract.CallAsync(client, new ContractRequest(exchanges[0].Request, null));
        var differences = new List<string>();
        if (handler.Requests.Count != exchanges.Count) differences.Add($"{handler.Requests.Count} requests of the operation were sent instead of {exchanges.Count}");
        foreach (var (expected, actual) in exchanges.Select(static e => e.Request).Zip(handler.Requests)) differences.AddRange(Compare(expected, actual));
        if (contract.AnswerType is null) return differences;
        var answer = exchanges[0].Answer.Json;
        var json = contract.Form == AnswerForm.Objects ? answer.GetProperty("objects")[0] : answer;
        if (JsonDifference.Find(json, contract.Write(contract.Read(json))) is { } lost) differences.Add($"answer {lost}");
        return differences;
    }

    private static IEnumerable<string> Compare(HttpExample expected, CapturedRequest actual)
    {
        if ((expected.Method, expected.Path) != (actual.Method, actual.Path)) yield return $"expected {expected.Method} {expected.Path}, sent {actual.Method} {actual.Path}";
        if (!expected.Query.SequenceEqual(actual.Query)) yield return $"expected the query of {expected.Target}, sent {actual.Target}";
        if (expected.Header("Authorization") is null != actual.Headers.All(static h => h.Key != "Authorization")) yield return $"{actual.Path}: the credential is not where it should be";
        if (expected.Header("Range") != actual.Headers.FirstOrDefault(static h => h.Key == "Range").Value) yield return $"{actual.Path}: another range";
        var boundary = actual.Headers.FirstOrDefault(static h => h.Key == "Content-Type").Value?.Split("boundary=") is [_, var mark] ? mark : null;
        var body = Encoding.UTF8.GetString(actual.Body).ReplaceLineEndings("\n").Trim();
        if (boundary is not null) body = body.Replace(boundary, "boundary-of-the-form", StringComparison.Ordinal);
        if (body.StartsWith('{') ? JsonDifference.Find(expected.Json, actual.Json) is not null : body != expected.Body) yield return $"body: expected '{expected.Body}', sent '{body}'";
    }

    /// <summary>Gives the recorded answers to requests of the operation, and usual ones to others.</summary>
    private sealed class PartHandler(OperationContract contract, IReadOnlyList<HttpExchange> exchanges) : HttpMessageHandler
    {
        private int _drives;

        public List<CapturedRequest> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var captured = await CapturedRequest.FromAsync(request, cancellationToken);
            var answer = contract.Others!(captured, exchanges[0].Request) is { } other ? HttpExample.Parse(other, "usual answer") : null;
            if (answer is not null)
            {
                // A drive that is not complete at first is so when it is looked at again.
                if (answer.Body.Contains("\"uploading\"", StringComparison.Ordinal) && captured.Method == "GET" && _drives++ > 0)
                    answer = HttpExample.Parse(contract.Others!(captured, exchanges[0].Request)!.Replace("uploading", "unmounted", StringComparison.Ordinal), "usual answer");
                return ScriptedHandler.ToMessage(answer);
            }

            Requests.Add(captured);
            return ScriptedHandler.ToMessage(exchanges[Math.Min(Requests.Count, exchanges.Count) - 1].Answer);
        }
    }
}
