// What a Digest proof costs over a Basic one: no network, one thread, so the time is that of the processor.
using System.Diagnostics;
using System.Net;
using System.Text;

namespace CloudSigma.Sdk.Benchmarks.Checks;

internal static class DigestCost
{
    private const int Calls = 20_000;

    /// <summary>Microseconds per request over Basic, and requests on the wire per call after the first challenge.</summary>
    public static async Task<(double Microseconds, double RoundTrips)> MeasureAsync()
    {
        var basic = await MeasureAsync(CloudSigmaCredential.Basic(SdkClient.Username, SdkClient.Password)).ConfigureAwait(false);
        var digest = await MeasureAsync(CloudSigmaCredential.Digest(SdkClient.Username, SdkClient.Password)).ConfigureAwait(false);
        return (digest.Microseconds - basic.Microseconds, digest.RoundTrips);
    }

    private static async Task<(double Microseconds, double RoundTrips)> MeasureAsync(CloudSigmaCredential credential)
    {
        using var handler = new ChallengingHandler();
        using var http = new HttpClient(handler);
        using var client = new CloudSigmaClient(
            new CloudSigmaClientOptions { Endpoint = new Uri("http://127.0.0.1/api/2.0/"), Credential = credential, RateLimits = null }, http);
        for (var i = 0; i < Calls; i++) await client.Profile.GetAsync().ConfigureAwait(false);

        var best = double.MaxValue;
        handler.Requests = 0;
        for (var round = 0; round < 5; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++) await client.Profile.GetAsync().ConfigureAwait(false);
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalMicroseconds / Calls);
        }

        return (best, handler.Requests / (5.0 * Calls));
    }

    /// <summary>Asks for Digest when there is no proof; any proof will do.</summary>
    private sealed class ChallengingHandler : HttpMessageHandler
    {
        private static readonly byte[] Profile = Encoding.UTF8.GetBytes("""{"uuid":"3d504199-6bac-4612-a19e-691c9c6c6728"}""");

        public int Requests { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            var isSigned = request.Headers.NonValidated.Contains("Authorization");
            var response = new HttpResponseMessage(isSigned ? HttpStatusCode.OK : HttpStatusCode.Unauthorized) { Content = new ByteArrayContent(isSigned ? Profile : "[]"u8.ToArray()) };
            if (!isSigned)
                response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Digest nonce=\"1363185031.81:FCF2:443b657bfd1a7340a0841c704d93a579\", realm=\"users\", algorithm=\"MD5\", qop=\"auth\"");
            return Task.FromResult(response);
        }
    }
}
