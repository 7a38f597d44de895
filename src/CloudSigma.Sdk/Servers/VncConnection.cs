// Where the screen of a server is.
namespace CloudSigma.Sdk;

/// <summary>An open way to the screen of a server. It asks for the <see cref="Server.VncPassword"/>, and stays open until it is closed or the server restarts.</summary>
/// <param name="Url">The address, e.g. <c>vnc://direct.zrh.cloudsigma.com:42714</c>; the port is another one each time.</param>
public sealed record VncConnection(Uri Url)
{
    /// <value>The host of the address.</value>
    public string Host => Url.Host;

    /// <value>The port of the address.</value>
    public int Port => Url.Port;
}
