// Where the serial console of a server is.
namespace CloudSigma.Sdk;

/// <summary>
/// An open way to the first serial port of a server: plain TCP, so its traffic can be read on the way. The first line that it expects is the
/// <see cref="Server.VncPassword"/>.
/// </summary>
/// <param name="Url">The address, e.g. <c>csconsole://direct.zrh.cloudsigma.com:43835</c>; the port is another one each time.</param>
public sealed record ConsoleConnection(Uri Url)
{
    /// <value>The host of the address.</value>
    public string Host => Url.Host;

    /// <value>The port of the address.</value>
    public int Port => Url.Port;
}
