// What a 401 offers, and the best of it that this client can answer.
using System.Globalization;

namespace CloudSigma.Sdk.Core.Authentication;

/// <param name="Digest">The strongest Digest challenge that can be answered; null when there is none.</param>
/// <param name="HasBasic">Whether Basic is offered.</param>
/// <param name="Description">All that is offered, with the reasons against it, for a message.</param>
internal sealed record DigestOffer(DigestChallenge? Digest, bool HasBasic, string Description)
{
    public static DigestOffer Read(HttpResponseMessage response)
    {
        DigestChallenge? best = null;
        var hasBasic = false;
        var described = new List<string>();
        if (response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var headers))
        {
            foreach (var challenge in headers.SelectMany(AuthHeaderParser.ParseChallenges))
            {
                hasBasic |= challenge.IsScheme("Basic");
                if (!challenge.IsScheme("Digest"))
                {
                    described.Add(challenge.Scheme.Length <= 40 ? challenge.Scheme : challenge.Scheme[..40]);
                }
                else if (!DigestChallenge.TryCreate(challenge, out var digest, out var reason))
                {
                    described.Add($"Digest ({reason})");
                }
                else
                {
                    described.Add("Digest");
                    if (best is null || digest.Algorithm > best.Algorithm) best = digest;
                }
            }
        }

        return new DigestOffer(best, hasBasic, described.Count == 0 ? "no scheme that can be read" : string.Join(", ", described.Distinct().Take(8)));
    }

    public string Refusal(bool allowsBasic) => string.Create(
        CultureInfo.InvariantCulture,
        $"The server offers {Description}, which Digest authentication cannot answer.{(HasBasic && !allowsBasic ? " Basic would need DigestOptions.AllowBasicFallback, or CloudSigmaCredential.Basic." : "")}");
}
