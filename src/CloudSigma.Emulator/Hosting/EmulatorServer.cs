// The web server and its three ports.
using System.Net;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Emulator.Hosting;

internal static class EmulatorServer
{
    private const long LargestBody = 256L << 20;

    // The bytes that may wait on their way; with the usual ones a transfer stops and goes.
    private const long BufferSize = 4L << 20;

    /// <summary>Prepares a server that listens to the port of the API, the port for transfers and that of the secret links, in this order.</summary>
    public static WebApplication Build(CloudSigmaEmulatorOptions options, EmulatorClock clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        // The host of the caller decides about signals, not this one.
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>>(new LargeBlockPool());
        // Looking for data before taking a buffer saves memory on thousands of idle connections, and costs a call for each piece of an upload.
        builder.WebHost.UseSockets(static sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestBufferSize = BufferSize;
            kestrel.Limits.MaxResponseBufferSize = BufferSize;
            Listen(kestrel, options.Port, ListenerKind.Api, options.Network, clock);
            Listen(kestrel, options.DirectPort, ListenerKind.Direct, options.Network, clock);
            Listen(kestrel, 0, ListenerKind.Storage, options.Network, clock);
        });
        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, int port, ListenerKind kind, EmulatorNetwork? network, EmulatorClock clock)
    {
        var feature = new ListenerFeature(kind);
        kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Use(next => connection =>
            {
                connection.Features.Set(feature);
                return next(connection);
            });
            if (network is { BytesPerSecond: not null } or { DropEvery: not null })
                listen.Use(next => connection => ShapedConnection.RunAsync(connection, network, clock, next));
        });
    }
}
