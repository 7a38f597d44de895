// The ids under which the compiler tells that something may still change.
namespace CloudSigma.Sdk;

internal static class ExperimentalFeatures
{
    /// <summary>Private clouds: known from tests of the official client only, not documented, and not offered everywhere.</summary>
    public const string PrivateClouds = "CLOUDSIGMA001";
}
