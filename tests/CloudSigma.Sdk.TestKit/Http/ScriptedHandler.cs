// Answers requests from a script and keeps what was sent.
using System.Net;
using System.Text;

namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>Gives one answer after the other, and keeps the requests.</summary>
/// <param name="answers">The answers in order; a request beyond them is refused.</param>
public sealed class ScriptedHandler(params IReadOnlyList<HttpExample> answers) : HttpMessageHandler
{
    private readonly List<CapturedRequest> _requests = [];

    public IReadOnlyList<CapturedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var captured = await CapturedRequest.FromAsync(request, cancellationToken);
        _requests.Add(captured);
        return _requests.Count <= answers.Count
            ? ToMessage(answers[_requests.Count - 1])
            : throw new InvalidOperationException($"{captured.Method} {captured.Target} was not expected: there are only {answers.Count} answers.");
    }

    /// <summary>Makes an answer of its text.</summary>
    public static HttpResponseMessage ToMessage(HttpExample answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var message = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)) };
        foreach (var (name, value) in answer.Headers)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                && !message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
