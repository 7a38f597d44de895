// Who the caller is. A credential adds itself to a request and never shows itself in text.
namespace CloudSigma.Sdk;

/// <summary>Proves to the API who the caller is (guide 3).</summary>
public abstract class CloudSigmaCredential
{
    private protected CloudSigmaCredential()
    {
    }

    /// <summary>Makes a credential for HTTP Basic authentication (guide 3.1). It works for every operation.</summary>
    /// <param name="username">The e-mail address of the account; no colon and no control characters.</param>
    /// <param name="password">The password; no control characters.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The user name is empty or has a colon, or one of the two has a control character.</exception>
    public static CloudSigmaCredential Basic(string username, string password) => new Core.Authentication.BasicCredential(username, password);

    /// <summary>Tells accounts apart, for limits that all clients of one account share; holds no secret.</summary>
    internal virtual string AccountKey => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Adds the proof to a request.</summary>
    /// <param name="request">The request, which goes to the API host.</param>
    /// <param name="cancellationToken">Cancels the wait for the proof.</param>
    /// <returns>A task that ends when the request is ready.</returns>
    internal abstract ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
