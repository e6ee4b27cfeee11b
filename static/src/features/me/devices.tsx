/** Where this account is signed in, and how to end that elsewhere or to add one more. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";
import type { Device } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Failed, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { problemWords } from "../people/problems";
import { backToMe } from "./back";

export function Devices() {
  const [devices, setDevices] = useState<Device[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const load = () => {
    setProblem(null);
    request<{ devices: Device[] }>("GET", "/auth/devices").then(
      (answer) => setDevices(answer.devices),
      (error) => setProblem(problemWords(error)),
    );
  };
  useEffect(load, []);
  const signOut = (id: string) => {
    request("DELETE", `/auth/devices/${id}`).then(load, (error) => setProblem(problemWords(error)));
  };
  return (
    <Page title={t("My devices")} back={backToMe()}>
      {devices ? (
        <>
          {problem && (
            <Note look="stop" live>
              <p>{problem}</p>
            </Note>
          )}
          <ul class="bare stack">
            {devices.map((device) => (
              <li key={device.id}>
                <DeviceCard device={device} onSignOut={() => signOut(device.id)} />
              </li>
            ))}
          </ul>
        </>
      ) : problem ? (
        <Failed onRetry={load}>
          <p>{problem}</p>
        </Failed>
      ) : (
        <Loading />
      )}
      <ButtonLink href="/add-device" look="quiet">
        {t("Add a device")}
      </ButtonLink>
      <p class="s soft">{t("See one you do not know? Sign it out, and tell your PA.")}</p>
    </Page>
  );
}

function DeviceCard({ device, onSignOut }: { device: Device; onSignOut: () => void }) {
  return (
    <Card>
      <div class="row wraps">
        <b class="grow">{device.name}</b>
        {device.this && <Tag look="go">{t("This one")}</Tag>}
      </div>
      <p class="s soft">{t("Last used {date}", { date: formatDate(device.last_seen, "long") })}</p>
      {!device.this && (
        <div>
          <Button look="danger" small onClick={onSignOut}>
            {t("Sign out {device}", { device: device.name })}
          </Button>
        </div>
      )}
    </Card>
  );
}
