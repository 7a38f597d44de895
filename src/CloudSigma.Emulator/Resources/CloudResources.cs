// The list of everything that the emulated cloud offers. A new resource is declared and then named here.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Resources.Acls;
using CloudSigma.Emulator.Resources.BackupSchedulers;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Resources.Context;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.DriveUsers;
using CloudSigma.Emulator.Resources.Jobs;
using CloudSigma.Emulator.Resources.Keypairs;
using CloudSigma.Emulator.Resources.Library;
using CloudSigma.Emulator.Resources.Licenses;
using CloudSigma.Emulator.Resources.Locations;
using CloudSigma.Emulator.Resources.Logs;
using CloudSigma.Emulator.Resources.Networks;
using CloudSigma.Emulator.Resources.PrivateCloud;
using CloudSigma.Emulator.Resources.Profile;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Resources.Tags;
using CloudSigma.Emulator.Resources.Transfers;
using CloudSigma.Emulator.Resources.Usage;
using CloudSigma.Emulator.Resources.VmwareServers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources;

internal static class CloudResources
{
    public static ResourceCatalog Create(CloudState state, EmulatorHosts hosts) => new(
        state,
        [
            DrivesResource.Create(),
            InitUploadResource.Create(),
            ServersResource.Create(state),
            ServersResource.CreateBackfilling(state),
            SnapshotsResource.Create(),
            RemoteSnapshotsResource.Create(),
            BackupSchedulersResource.Create(),
            LibraryResource.Create(state),
            DriveUsersResource.Create(),
            LicensesResource.Create(state),
            CurrentUsageResource.Create(),
            JobsResource.Create(),
            IpsResource.Create(),
            VlansResource.Create(),
            CapabilitiesResource.Create(state),
            LocationsResource.Create(state, hosts),
            ProfileResource.Create(),
            TagsResource.Create(),
            AclsResource.Create(),
            KeypairsResource.Create(),
            KeypairsResource.CreateView(),
            GlobalContextResource.Create(),
            LogsResource.Create(),
            VmwareServersResource.Create(),
            .. PrivateCloudResources.Create(),
        ]);
}
